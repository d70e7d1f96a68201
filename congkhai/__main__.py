"""The door of the installed package: python -m congkhai."""

from congkhai.commands.cli import main

if __name__ == "__main__":
    main()
