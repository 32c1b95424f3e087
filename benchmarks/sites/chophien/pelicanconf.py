"""A commune's folder as small as can be; everything else is in commune.yaml."""

PATH = "content"
OUTPUT_PATH = "output"
PLUGINS = ["chophien.plugin"]
