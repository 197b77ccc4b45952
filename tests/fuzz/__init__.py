"""What the readers do with bytes that nobody meant for them; `make fuzz` looks for crashes."""
