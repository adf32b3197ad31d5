"""A page in Khmer is shown once its letters are there, so that nothing moves when they come.

The letters are asked for ahead of the styles and come about when a page could first be shown: shown
without them, it would be set in whatever the device has, or in empty boxes, and then anew.
"""

import base64
import hashlib

MOST_MS = 2_000
"""After so long a page is shown without its letters."""
_SCRIPT = (
    "(function(d){if(!d.fonts)return;var s=d.documentElement.style,"
    'show=function(){s.visibility=""};s.visibility="hidden";'
    'd.fonts.load(\'1em "Atlas Khmer"\',"\\u1780").then(show,show);'
    f"setTimeout(show,{MOST_MS})}})(document)"
)
MARKUP = f"<script>{_SCRIPT}</script>"
"""What stands behind the styles of a page in Khmer. Without scripts nothing is hidden."""
HASH = f"'sha256-{base64.b64encode(hashlib.sha256(_SCRIPT.encode()).digest()).decode()}'"
"""How a content security policy names the script."""
