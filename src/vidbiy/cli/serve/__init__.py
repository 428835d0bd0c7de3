"""The pages and the API served, and who may write through it."""
