"""The hub on one computer. start.py starts it and passes the settings on in the environment."""

import os
import sys
from pathlib import Path
from typing import Any

from deploy.local.authenticator import CourseAuthenticator
from deploy.local.homes import home_of
from deploy.local.settings import HOST, PROXY, Settings
from deploy.local.spawner import CourseSpawner

settings = Settings.from_environment()
state, ports = settings.state, settings.ports
c: Any = get_config()  # type: ignore[name-defined]  # noqa: F821 - JupyterHub hands it to this file

c.JupyterHub.bind_url = f"http://{HOST}:{ports.public}"
c.JupyterHub.hub_bind_url = f"http://{HOST}:{ports.hub}"
c.JupyterHub.db_url = f"sqlite:///{state.hub / 'jupyterhub.sqlite'}"
c.JupyterHub.upgrade_db = True  # a newer JupyterHub goes on with the old accounts; it keeps a copy
c.JupyterHub.cookie_secret_file = str(state.hub / "cookie_secret")
# Stopping the hub stops everything: a server left over would be reached by nobody.
c.JupyterHub.cleanup_servers = True
c.JupyterHub.cleanup_proxy = True

c.ConfigurableHTTPProxy.command = [str(Path(sys.executable).with_name("node")), str(PROXY)]
c.ConfigurableHTTPProxy.api_url = f"http://{HOST}:{ports.proxy}"
c.ConfigurableHTTPProxy.pid_file = str(state.hub / "proxy.pid")

c.JupyterHub.authenticator_class = CourseAuthenticator
c.CourseAuthenticator.passwords = str(state.passwords)

c.JupyterHub.spawner_class = CourseSpawner
# -P: a file in the home that is named like a module must not be taken for it.
c.Spawner.cmd = [sys.executable, "-P", "-m", "jupyterhub.singleuser"]
c.Spawner.args = ["--allow-root"] if os.geteuid() == 0 else []
c.Spawner.env_keep = []
c.Spawner.default_url = "/lab"
c.Spawner.notebook_dir = "~"
c.CourseSpawner.home_dir_template = str(home_of(state, "{username}"))
c.JupyterHub.implicit_spawn_seconds = 0.1  # a bookmark of a lesson opens it, without asking to start a server first
c.Spawner.start_timeout = 120
c.Spawner.http_timeout = 120
# A server that is asked to stop ends its kernels first; one that hangs is not waited for long.
c.CourseSpawner.interrupt_timeout = 8
c.CourseSpawner.term_timeout = 4
