"""`vidbiy redact`: a text that must go, goes; that it was there stays."""

from __future__ import annotations

import click

from vidbiy.cli.arguments.ledger_address import ledger_option

__all__ = ["redact"]


@click.command()
@click.argument("documents", metavar="DOCUMENT...", nargs=-1, required=True)
@ledger_option
@click.option("--by", "author", required=True, metavar="WHO", help="Who decides it.")
@click.option("--reason", required=True, metavar="WHY", help="Why it must go; do not repeat here what must go.")
def redact(documents: tuple[str, ...], address: str, author: str, reason: str) -> None:
    """Remove the content of documents from the ledger, for good.

    DOCUMENT is a document's id, which means all of its versions, or the number
    of one entry. The text, title, address and original bytes go, from the
    search too, and quotes are blotted out. Hashes, claims, who decided it and
    why stay, and the ledger still verifies. Copies of the database elsewhere
    (backups) are not touched.

    \b
    Example:
      vidbiy redact --by "N. Editor" --reason "names a victim" report-17
    """
    from vidbiy.cli.terminal.counting import counted
    from vidbiy.ledger import Judgement, Ledger, RecordError

    judgement = Judgement(author=author, reason=reason)
    with Ledger.open(address) as ledger:
        seqs: list[int] = []
        for name in documents:
            found = [
                stored.seq
                for stored in ledger.documents(id=name, every_version=True, retracted=True)
                if not stored.redacted
            ]
            if not found and name.isdecimal():
                found = [int(name)]
            if not found:
                raise RecordError(f"There is no document {name!r} with a text in the ledger; give its id or its entry.")
            seqs += found
        seqs = sorted(set(seqs))
        same = {
            other.seq: other.document.id for seq in seqs for other in ledger.same_text(seq) if other.seq not in seqs
        }
        entries = ledger.redact(seqs, judgement)
    click.echo(
        f"Redacted {counted(len(seqs), 'document')}: {', '.join(map(str, seqs))} by {', '.join(map(str, entries))}."
    )
    for seq, id in same.items():
        click.echo(f"The same text stands in document {id} (entry {seq}); redact it too if it must go.", err=True)
