"""What builds and guards the project: `python -m tools.NAME`. No part of the package."""
