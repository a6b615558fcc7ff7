"""The parts of the sample data; see generate_sample_data.py."""
