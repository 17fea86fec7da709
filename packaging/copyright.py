"""Writes the copyright file of the Debian package: python3 packaging/copyright.py CHECKOUTS SWIFT-LICENSE

CHECKOUTS is the folder with the sources of the packages that the program is linked with; each of them is named with
its licence and its notices. SWIFT-LICENSE is the licence of the toolchain, whose libraries are linked in too.
"""

import pathlib
import re
import sys

HEAD = """Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: TradeTally
Comment: The program is linked with the libraries named below, whose licences apply to what it holds of them.

Files: *
Copyright: TradeTally developers
License: Apache-2.0
"""

APACHE = """License: Apache-2.0
 Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file except in compliance with the
 License.
 .
 Unless required by applicable law or agreed to in writing, software distributed under the License is distributed on an
 "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied. See the License for the specific
 language governing permissions and limitations under the License.
 .
 On Debian systems the full text of the Apache License, Version 2.0, is in /usr/share/common-licenses/Apache-2.0.
"""


def field(text):
    """A text as the continuation of a field: every line indented, empty ones as dots."""
    return "\n".join(" " + line.rstrip() if line.strip() else " ." for line in text.strip("\n").split("\n")) + "\n"


def first(folder, pattern):
    found = sorted(path for path in folder.iterdir() if re.fullmatch(pattern, path.name, re.I))
    return found[0].read_text(encoding="utf-8") if found else ""


def runtime_exception(text):
    """What a licence of Apple's Swift projects adds to the Apache License."""
    at = text.find("## Runtime Library Exception")
    return text[at:] if at >= 0 else ""


def main():
    checkouts, swift = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    projects, licences = [], [APACHE]
    exception = ""
    for folder in sorted(p for p in checkouts.iterdir() if p.is_dir()):
        licence, notice = first(folder, r"licen[cs]e(\.(txt|md))?"), first(folder, r"notice(\.txt)?")
        if not licence:
            sys.exit(f"copyright: {folder} has no licence")
        holders = re.findall(r"^\s*Copyright (?:\(c\) |© )?(?=\d{4})(.+?)\s*$", licence + "\n" + notice, re.I | re.M)
        if "Apache License" in licence:
            extra = runtime_exception(licence)
            exception = exception or extra
            name = "Apache-2.0-with-Swift-exception" if extra else "Apache-2.0"
            holders = holders or [f"the authors of {folder.name}"]
        else:
            name = f"Expat-{folder.name}"
            licences.append(f"License: {name}\n" + field(licence))
        holders = list(dict.fromkeys(h for h in holders if "[yyyy]" not in h))
        paragraph = f"Files: {folder.name}/*\nCopyright: " + "\n ".join(holders) + f"\nLicense: {name}\n"
        projects.append(paragraph + ("Comment:\n" + field(notice) if notice else ""))
    text = swift.read_text(encoding="utf-8") if swift.is_file() else ""
    exception = runtime_exception(text) or exception
    projects.append(
        "Files: swift-runtime/*\n"
        "Copyright: 2014-2025 Apple Inc. and the Swift project authors\n"
        "License: Apache-2.0-with-Swift-exception\n"
        "Comment: The Swift standard library, Foundation, Dispatch and swift-collections.\n"
    )
    projects.append(
        "Files: icu/*\nCopyright: 1991-2025 Unicode, Inc.\nLicense: Unicode-3.0\n"
        "Comment: Part of Foundation.\n"
    )
    projects.append(
        "Files: boringssl/*\n"
        "Copyright: 1998-2011 The OpenSSL Project\n 1995-1998 Eric Young\n 2014-2025 Google LLC\n"
        "License: Apache-2.0\n"
        "Comment: Part of swift-crypto, whose notices are above.\n"
    )
    if exception:
        licences.append("License: Apache-2.0-with-Swift-exception\n" + field(
            "The Apache License, Version 2.0, which on Debian systems is in /usr/share/common-licenses/Apache-2.0, with "
            "this exception:\n\n" + exception))
    licences.append("License: Unicode-3.0\n" + field(UNICODE))
    sys.stdout.write("\n".join([HEAD, *projects, *licences]))


UNICODE = """UNICODE LICENSE V3

COPYRIGHT AND PERMISSION NOTICE

Copyright © 1991-2025 Unicode, Inc.

NOTICE TO USER: Carefully read the following legal agreement. BY DOWNLOADING, INSTALLING, COPYING OR OTHERWISE USING DATA
FILES, AND/OR SOFTWARE, YOU UNEQUIVOCALLY ACCEPT, AND AGREE TO BE BOUND BY, ALL OF THE TERMS AND CONDITIONS OF THIS
AGREEMENT. IF YOU DO NOT AGREE, DO NOT DOWNLOAD, INSTALL, COPY, DISTRIBUTE OR USE THE DATA FILES OR SOFTWARE.

Permission is hereby granted, free of charge, to any person obtaining a copy of data files and any associated
documentation (the "Data Files") or software and any associated documentation (the "Software") to deal in the Data Files
or Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, and/or sell copies of the Data Files or Software, and to permit persons to whom the Data Files or Software
are furnished to do so, provided that either (a) this copyright and permission notice appear with all copies of the Data
Files or Software, or (b) this copyright and permission notice appear in associated Documentation.

THE DATA FILES AND SOFTWARE ARE PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT
LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT OF THIRD PARTY RIGHTS.

IN NO EVENT SHALL THE COPYRIGHT HOLDER OR HOLDERS INCLUDED IN THIS NOTICE BE LIABLE FOR ANY CLAIM, OR ANY SPECIAL
INDIRECT OR CONSEQUENTIAL DAMAGES, OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THE DATA FILES OR SOFTWARE.

Except as contained in this notice, the name of a copyright holder shall not be used in advertising or otherwise to
promote the sale, use or other dealings in these Data Files or Software without prior written authorization of the
copyright holder.
"""

if __name__ == "__main__":
    main()
