"""An optional reader: a language model behind an OpenAI-compatible endpoint that the user names.

The model proposes which words are said by whom; what is kept are spans of the report's own text.
Nothing here opens a connection before a text is read, and none but to the endpoint that was named.
"""

from onetext.reading.language_model.endpoint import Endpoint
from onetext.reading.language_model.tagger import FallingBack, LanguageModelTagger

__all__ = ["Endpoint", "FallingBack", "LanguageModelTagger"]
