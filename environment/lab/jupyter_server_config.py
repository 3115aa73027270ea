"""JupyterLab's looks are read from the folder custom, which has to be named in full. All other settings are in jupyter_server_config.json."""

from pathlib import Path

c.ServerApp.tornado_settings = {"static_custom_path": [str(Path(__file__).resolve().parent / "custom")]}  # noqa: F821 - Jupyter gives c
