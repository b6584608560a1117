"""The parts of `build_installer.py`: what goes in, freezing, packing, and trying the result out."""
