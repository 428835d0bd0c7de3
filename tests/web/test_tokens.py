"""Writing through the API: what a token allows, what is kept of it, and what is refused."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.web.serving import NIGHT, Server, copied, vidbiy

from vidbiy.ledger import ClaimRef, Ledger
from vidbiy.web.tokens import Scope, TokenError, Tokens

DOCUMENT = {
    "id": "late",
    "text": "In Kyiv, 24 people were injured overnight, Mayor Vitali Klitschko said.",
    "published": "2025-07-04T15:00:00+03:00",
    "source": "kyiv-mayor",
}


@pytest.fixture
def own(tmp_path: Path) -> Tokens:
    """A file of tokens of the test's own."""
    return Tokens(tmp_path / "tokens.json")


@pytest.fixture(scope="module")
def ledger_address(night: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """One ledger for all of these tests: each writes about something of its own."""
    return copied(night, tmp_path_factory.mktemp("written"))


@pytest.fixture(scope="module")
def tokens(tmp_path_factory: pytest.TempPathFactory) -> Tokens:
    return Tokens(tmp_path_factory.mktemp("tokens") / "tokens.json")


@pytest.fixture(scope="module")
def server(ledger_address: str, tokens: Tokens) -> Iterator[Server]:
    with Server(ledger_address, "--tokens", str(tokens.path)) as running:
        yield running


@pytest.fixture(scope="module")
def client(server: Server) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=f"{server.url}/api/v1", timeout=30) as asking:
        yield asking


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def test_only_a_hash_of_a_token_is_kept_in_a_file_of_its_owner_s(own: Tokens) -> None:
    """The secret is shown once and stands nowhere."""
    token = own.add("Night desk", (Scope.INGEST,))
    kept = own.path.read_text(encoding="utf-8")
    assert token.rpartition("_")[2] not in kept
    assert stat.S_IMODE(own.path.stat().st_mode) == 0o600
    found = own.find(token)
    assert found is not None
    assert (found.name, found.scopes) == ("Night desk", (Scope.INGEST,))


@pytest.mark.parametrize(
    "change", [lambda t: t[:-1], lambda t: t + "x", lambda t: "x" + t, lambda _: "vidbiy__", lambda _: ""]
)
def test_what_is_nearly_a_token_is_none(own: Tokens, change: object) -> None:
    """A secret is whole or it is another one."""
    token = own.add("Night desk", (Scope.INGEST,))
    assert callable(change)
    assert own.find(change(token)) is None


def test_a_revoked_token_ends_at_once_also_for_a_server_that_runs(own: Tokens) -> None:
    """The file is read anew when it changes."""
    token = own.add("Night desk", (Scope.INGEST,))
    serving = Tokens(own.path)
    assert serving.find(token) is not None
    [kept] = list(own)
    own.revoke(kept.id)
    assert serving.find(token) is None
    with pytest.raises(TokenError, match="in force"):
        own.revoke(kept.id)


def test_a_file_that_is_none_of_tokens_is_refused_and_left_alone(tmp_path: Path) -> None:
    """Rather than written over."""
    path = tmp_path / "tokens.json"
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(TokenError, match="no file of tokens"):
        Tokens(path).add("Night desk", (Scope.INGEST,))
    assert path.read_text(encoding="utf-8") == "{}"


def test_the_commands_make_list_and_revoke_tokens(tmp_path: Path) -> None:
    """As whoever runs the server uses them."""
    path = str(tmp_path / "tokens.json")
    token = vidbiy(
        "token", "add", "--file", path, "--name", "N. Editor", "--scope", "correct", "--scope", "redact"
    ).strip()
    id = token.split("_")[1]
    assert vidbiy("token", "list", "--file", path).split()[:3] == [id, "correct,", "redact"]
    vidbiy("token", "revoke", "--file", path, id)
    assert "revoked" in vidbiy("token", "list", "--file", path)
    assert Tokens(Path(path)).find(token) is None


def test_documents_are_read_and_kept_and_the_page_has_them_at_once(
    client: httpx.Client, server: Server, tokens: Tokens
) -> None:
    """The receipt names the entry; a second time it is known; the use is logged without the token."""
    token = tokens.add("Night desk", (Scope.INGEST,))
    answer = client.post("/documents", json={"documents": [DOCUMENT]}, headers=bearer(token))
    assert answer.status_code == 201
    [receipt] = answer.json()["receipts"]
    assert (receipt["state"], receipt["id"]) == ("new", "late")
    figure = client.get(f"/figures/{NIGHT}/injured/person/UA-30").json()
    assert figure["low"] == 24
    again = client.post("/documents", json={"documents": [DOCUMENT]}, headers=bearer(token)).json()
    assert again["receipts"][0]["state"] == "known"
    assert "(Night desk): ingest new" in server.log
    assert token.rpartition("_")[2] not in server.log


def test_a_claim_is_corrected_and_retracted_by_the_name_of_the_token(
    client: httpx.Client, ledger_address: str, tokens: Tokens
) -> None:
    """The old claim stays; who, and why, stands beside it."""
    token = tokens.add("N. Editor", (Scope.CORRECT,))
    old = client.get("/claims/8.0").json()["claim"]
    answer = client.post(
        "/claims/8.0/correction",
        json={"reason": "a slip", "low": old["low"] + 1, "high": old["low"] + 1},
        headers=bearer(token),
    )
    assert answer.status_code == 201
    ref = answer.json()["id"]
    assert client.get(f"/claims/{ref}").json()["claim"]["low"] == old["low"] + 1
    assert client.get("/claims/8.0").json()["claim"] == old
    refused = client.post(
        "/claims/8.0/correction", json={"reason": "again", "low": 1, "high": 1}, headers=bearer(token)
    )
    assert refused.status_code == 409
    assert client.post("/claims/8.1/retraction", json={"reason": "not said"}, headers=bearer(token)).status_code == 201
    with Ledger.open(ledger_address) as ledger:
        [correction, retraction] = ledger.decisions(8)
        assert (correction.author, correction.reason) == ("N. Editor", "a slip")
        assert retraction.claim == ClaimRef(8, 1)
        assert ledger.verify().whole


def test_a_text_is_redacted_and_gone_from_every_page(client: httpx.Client, server: Server, tokens: Tokens) -> None:
    """Its claims and hashes stay; its words are blotted out, in what was kept ready too."""
    token = tokens.add("N. Editor", (Scope.REDACT,))
    assert "шести з десяти" in httpx.get(f"{server.url}/document/9").text
    answer = client.post("/documents/9/redaction", json={"reason": "names a victim"}, headers=bearer(token))
    assert answer.status_code == 201
    text = httpx.get(f"{server.url}/document/9").text
    assert "шести з десяти" not in text
    assert "The text of this document was removed" in text
    assert "names a victim" in text
    assert "шести з десяти" not in httpx.get(f"{server.url}/night/2025-07-04").text


@pytest.mark.parametrize(
    ("path", "body", "scope"),
    [
        ("/documents", {"documents": [DOCUMENT]}, "ingest"),
        ("/claims/8.0/correction", {"reason": "x", "low": 1}, "correct"),
        ("/claims/8.0/retraction", {"reason": "x"}, "correct"),
        ("/documents/7/redaction", {"reason": "x"}, "redact"),
    ],
)
def test_without_the_right_token_nothing_is_written(
    client: httpx.Client, ledger_address: str, tokens: Tokens, path: str, body: dict[str, object], scope: str
) -> None:
    """None, a wrong one, one of another scope: 401, 401, 403; and the ledger is as it was."""
    other = tokens.add("Other", tuple(each for each in Scope if each.value != scope))
    with Ledger.open(ledger_address) as ledger:
        before = ledger.head()
    for headers, status, kind in (
        ({}, 401, "no_token"),
        ({"Authorization": "Basic x"}, 401, "no_token"),
        (bearer("vidbiy_00000000_x"), 401, "wrong_token"),
        (bearer(other), 403, "wrong_scope"),
    ):
        answer = client.post(path, json=body, headers=headers)
        assert answer.status_code == status
        assert answer.json()["type"] == f"/api#problem-{kind}"
        assert (answer.headers.get("www-authenticate") is not None) == (status == 401)
    with Ledger.open(ledger_address) as ledger:
        assert ledger.head() == before


def test_a_server_that_was_given_no_tokens_writes_nothing(request: pytest.FixtureRequest, own: Tokens) -> None:
    """It opens the ledger to read only."""
    token = own.add("Night desk", (Scope.INGEST,))
    with Server(request.getfixturevalue("night")) as reading:
        answer = httpx.post(f"{reading.url}/api/v1/documents", json={"documents": [DOCUMENT]}, headers=bearer(token))
    assert answer.status_code == 401


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/documents", {"documents": []}),
        ("/documents", {"documents": [{"id": "x"}]}),
        ("/documents", {"documents": [{**DOCUMENT, "published": "yesterday"}]}),
        ("/documents", {"documents": [{**DOCUMENT, "text": "a\0b"}]}),
        ("/documents", [1, 2]),
        ("/claims/8.0/correction", {"reason": "nothing changes"}),
        ("/claims/8.0/correction", {"reason": "backwards", "low": 5, "high": 1}),
        ("/claims/8.0/correction", {"reason": "nowhere", "place": "UA-99.atlantis"}),
        ("/claims/8.0/correction", {"reason": " ", "low": 1}),
    ],
)
def test_what_cannot_be_kept_is_refused_whole(client: httpx.Client, tokens: Tokens, path: str, body: object) -> None:
    """With a problem document that says what does not fit."""
    token = tokens.add("All", tuple(Scope))
    answer = client.post(path, json=body, headers=bearer(token))
    assert answer.status_code in {400, 409, 422}
    assert answer.json()["detail"]
