"""A browser for the tests: Debian's Chromium, driven by Playwright; without one the tests say that they skip."""

import shutil

import pytest

CHROMIUM = next(filter(None, map(shutil.which, ["chromium", "chromium-headless-shell", "google-chrome"])), None)
needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="NO BROWSER: install Debian's chromium to run this test")


def launch():
    """Playwright with a browser, as a context manager for both."""
    from contextlib import contextmanager
    from playwright.sync_api import sync_playwright

    @contextmanager
    def session():
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            yield browser
            browser.close()

    return session()


def open_page(browser, path, width=1280, height=900, scheme="light", scripts=True, fragment=""):
    """A page of a local file; `page.asked` and `page.said` hold its requests and what its console said."""
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme,
                                  java_script_enabled=scripts)
    page = context.new_page()
    page.asked, page.said = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.on("dialog", lambda dialog: (page.said.append("dialog"), dialog.dismiss()))
    page.goto(f"file://{path}{fragment}")
    return page


def open_all(page):
    """Opens every folded part."""
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
