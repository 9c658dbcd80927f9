"""The pages of praat-mee: reading, writing, reporting."""
