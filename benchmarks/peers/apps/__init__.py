"""The same map with a layer switch, written as each tool's own documentation would."""
