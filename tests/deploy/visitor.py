"""A person at a browser, without the browser: signs in at the hub's form and asks for pages."""

from __future__ import annotations

import json
import time
from http.cookiejar import CookieJar
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, ProxyHandler, Request, build_opener

SERVER_WITHIN = 90.0  # seconds for an account's server to start on a busy machine


class Visitor:
    """Keeps the cookies of one visit."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.cookies = CookieJar()
        self.opener = build_opener(ProxyHandler({}), HTTPCookieProcessor(self.cookies))

    def ask(self, path: str, data: bytes | None = None, **headers: str) -> tuple[int, str]:
        """The status and text of a page."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        request = Request(self.url + path, data, named)  # noqa: S310 - the hub under test
        try:
            with self.opener.open(request, timeout=60) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as error:
            return error.code, error.read().decode()

    def xsrf(self, path: str) -> str:
        """The token the hub or a server gave for pages below `path`."""
        return next(cookie.value or "" for cookie in self.cookies if cookie.name == "_xsrf" and cookie.path == path)

    def sign_in(self, name: str, password: str) -> bool:
        """Whether the form lets this name and password in."""
        self.ask("/hub/login")
        form = {"username": name, "password": password, "_xsrf": self.xsrf("/hub/")}
        self.ask("/hub/login?next=/hub/home", urlencode(form).encode())
        status, page = self.ask("/hub/home")
        return status == 200 and f'"{name}"' in page and "/hub/logout" in page

    def open_server(self, name: str) -> None:
        """Start the account's server as its owner, and wait for it."""
        self.ask(f"/hub/spawn/{name}")
        until = time.monotonic() + SERVER_WITHIN
        while time.monotonic() < until:
            self.ask(f"/user/{name}/lab")
            status, _ = self.ask(f"/user/{name}/api/status")
            if status == 200:
                return
            time.sleep(0.3)
        raise TimeoutError(f"the server of {name} did not start")

    def post(self, name: str, path: str, **data: Any) -> Any:
        """What the account's server answers to this, as a page of it would send it."""
        token = self.xsrf(f"/user/{name}/")
        body = json.dumps(data).encode()
        status, text = self.ask(f"/user/{name}/{path}", body, X_XSRFToken=token, Content_Type="application/json")
        assert status in {200, 201}, (status, text)
        return json.loads(text)
