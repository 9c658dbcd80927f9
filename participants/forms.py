"""Forms of accounts."""

from allauth.account import forms as allauth_forms


class SignUpForm(allauth_forms.SignupForm):
    pass


class SignInForm(allauth_forms.LoginForm):
    pass


class ResetPasswordForm(allauth_forms.ResetPasswordForm):
    pass
