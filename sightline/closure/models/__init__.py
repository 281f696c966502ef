"""What is kept of it: done, evidenced and making a difference."""
