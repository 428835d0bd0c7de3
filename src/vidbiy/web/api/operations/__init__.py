"""What can be asked of the API and sent to it, one module a subject; each has a router."""
