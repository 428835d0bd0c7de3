"""Run the command line as ``python -m vidbiy``."""

from vidbiy.cli import main

if __name__ == "__main__":
    main()
