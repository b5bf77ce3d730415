"""The parts of demo_city.py: figures, tables, prose, city."""
