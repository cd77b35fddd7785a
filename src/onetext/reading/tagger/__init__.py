"""The trained tagger: a small encoder that marks who said what, read with onnxruntime."""

from onetext.reading.tagger.trained import TrainedTagger

__all__ = ["TrainedTagger"]
