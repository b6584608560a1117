"""Success stories that the user keeps."""
