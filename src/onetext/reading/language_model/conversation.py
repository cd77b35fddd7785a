"""Questions to an OpenAI-compatible endpoint, and what can go wrong, each in one sentence.

The connection goes to the named address and nowhere else: redirects are not followed, proxies,
keys and headers that the environment holds for other programs are not used, and a request says
nothing of the machine that it comes from.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from onetext.errors import LanguageModelProblem
from onetext.reading.language_model.answers import SCHEMA
from onetext.reading.language_model.endpoint import KEY_VARIABLE, Endpoint

MOST_TOKENS = 3000  # of an answer
RETRIES = 1  # of what a second try may mend: a lost connection, a busy server
SENT = frozenset(
    {"host", "accept", "accept-encoding", "connection", "content-type", "content-length"}
    | {"authorization", "user-agent"}
)
FORMATS: tuple[dict[str, Any] | None, ...] = (
    {
        "type": "json_schema",
        "json_schema": {"name": "statements", "strict": True, "schema": SCHEMA},
    },
    {"type": "json_object", "schema": SCHEMA},  # llama.cpp's form
    None,
)
UNKNOWN_FORMAT = frozenset({400, 404, 415, 422, 501})  # how servers say that they lack a format


class CutOff(Exception):
    """The answer was longer than the endpoint lets it be."""


class Conversation:
    """One endpoint, asked as often as needed; the first question opens the connection."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._client: Any = None
        self._format = 0

    def answer(self, messages: Sequence[dict[str, str]]) -> str:
        """The model's answer.

        The server is asked to keep to the schema; where it does not know how, it is asked for
        JSON, and at last for whatever it answers.

        Raises:
            CutOff: it stopped in the middle.
            LanguageModelProblem: there is no answer; the sentence says why.
        """
        import openai

        try:
            return self._asked(messages)
        except openai.APITimeoutError as error:
            raise LanguageModelProblem(
                f"{self._named} gave no answer within {self._endpoint.timeout_s:g} seconds, twice. "
                "Give it longer with --timeout, or less at once with --portion, or use --fallback."
            ) from error
        except openai.APIConnectionError as error:
            raise LanguageModelProblem(
                f"{self._named} cannot be reached ({_why(error)}). Start the server, or correct "
                "--endpoint, or use --fallback."
            ) from error
        except (openai.AuthenticationError, openai.PermissionDeniedError) as error:
            raise LanguageModelProblem(
                f"{self._named} refuses the key ({error.status_code}). Put the right one into "
                f"{KEY_VARIABLE}, or into a file for --key-file."
            ) from error
        except openai.APIStatusError as error:
            raise LanguageModelProblem(
                f"{self._named} answered with an error ({error.status_code}: "
                f"{_told_by(error)}). Check --endpoint and --model, or use --fallback."
            ) from error
        except (openai.OpenAIError, ValueError) as error:
            raise LanguageModelProblem(
                f"{self._named} answered with something that is no chat completion. Check that "
                "--endpoint is the base of an OpenAI-compatible interface, or use --fallback."
            ) from error

    @property
    def _named(self) -> str:
        return f"The language model {self._endpoint.model} at {self._endpoint.address}"

    def _asked(self, messages: Sequence[dict[str, str]]) -> str:
        import openai

        while True:
            form = FORMATS[self._format]
            more = {"response_format": form} if form else {}
            try:
                done = self._opened().chat.completions.create(
                    model=self._endpoint.model,
                    messages=list(messages),
                    temperature=0,
                    max_tokens=MOST_TOKENS,
                    **more,
                )
            except openai.APIStatusError as error:
                if form is None or not _lacks_format(error):
                    raise
                self._format += 1
                continue
            return _content_of(done)

    def _opened(self) -> Any:
        if self._client is None:
            import httpx2
            import openai

            self._client = openai.OpenAI(
                base_url=self._endpoint.address,
                api_key=self._endpoint.key or "none",
                admin_api_key="",
                organization="",
                project="",
                webhook_secret="",
                max_retries=RETRIES,
                timeout=self._endpoint.timeout_s,
                http_client=httpx2.Client(
                    timeout=self._endpoint.timeout_s,
                    follow_redirects=False,
                    trust_env=False,
                    event_hooks={"request": [_bare]},
                ),
            )
        return self._client


def _bare(request: Any) -> None:
    """Take off every header that the request can do without."""
    for name in [name for name in request.headers if name.lower() not in SENT]:
        del request.headers[name]
    request.headers["user-agent"] = "onetext"


def _lacks_format(error: Any) -> bool:
    """Whether the server does not know the format that was asked for."""
    told = str(error.body)
    named = "response_format" in told or "json_schema" in told  # llama-cpp-python: 500
    return error.status_code in UNKNOWN_FORMAT or named


def _content_of(done: Any) -> str:
    """The words of a completion.

    Raises:
        CutOff: it stopped at the greatest length.
        ValueError: it is no completion, or one without words.
    """
    choices = getattr(done, "choices", None)
    if not isinstance(choices, list) or not choices:
        raise ValueError("no choices")
    choice = choices[0]
    if getattr(choice, "finish_reason", None) == "length":
        raise CutOff
    content = getattr(getattr(choice, "message", None), "content", None)
    if not isinstance(content, str):
        raise ValueError("no content")  # noqa: TRY004 - it is the server's answer that is wrong
    return content


def _why(error: BaseException) -> str:
    """The innermost reason, as the system tells it."""
    while (inner := error.__cause__ or error.__context__) is not None:
        error = inner
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(str(reason).split())[:120]


def _told_by(error: Any) -> str:
    """What the server says of its error, in one short line."""
    body = error.body
    told = body.get("message") if isinstance(body, dict) else None
    words = " ".join(str(told or "it says no more").split())
    return words if len(words) <= 160 else words[:160] + " …"
