"""The door: python build.py builds the site; python build.py --help tells the rest."""

from congkhai.commands.cli import main

if __name__ == "__main__":
    main()
