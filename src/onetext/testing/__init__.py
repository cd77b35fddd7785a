"""Public fakes and a sample record for tests."""
