"""What is read in an article, by sentences small enough to read."""
