"""The map of the atlas beside the same map made with other tools: `make bench-peers`."""
