#!/usr/bin/env python3
"""Writes every inflected form of common Polish words with its dictionary form, for examples/compile.rs.

    apt-get install hunspell-pl
    pip install morfeusz2==1.99.15
    python3 tools/forms.py > forms.tsv
    cargo run --release -p lemma --example compile -- forms.tsv data

The words come from the head words of the Debian package hunspell-pl, their inflection from the grammatical dictionary SGJP
inside Morfeusz 2. A line holds: form, dictionary form, rank. The compiler keeps, for each form, only the readings of the
best rank: 0 a common word, 1 a common word marked as old or rare, 2 a name of a person or place. So "psa" is an animal and
not somebody's surname, while "Nowaka" still leads to "Nowak".
"""

import sys

import morfeusz2

DICTIONARY = "/usr/share/hunspell/pl_PL.dic"
ALPHABET = set("aąbcćdeęfghijklłmnńoóprsśtuwyzźżqvxöüäéèç")
NAMES = {"nazwisko", "imię", "nazwa_geograficzna", "patronimicum", "przydomek", "pseudonim", "etnonim", "nazwa_osobowa"}
RARE = {"daw.", "przest.", "rzad.", "arch.", "gwar.", "hist.", "książk.", "neol.", "środ."}
SKIPPED = {"brev", "frag", "interp", "dig", "ign", "aglt", "romandig", "naglt", "emot", "sym"}


def rank(names, qualifiers):
    if any(n in NAMES for n in names):
        return 2
    return 1 if any(q in RARE for q in qualifiers) else 0


def endings(tag):
    """Person endings that ordinary writing glues to past forms: zgubił + em, zgubiła + by + m."""
    parts = tag.split(":")
    number = parts[1] if len(parts) > 1 else ""
    if parts[0] in ("praet", "winien"):
        if number == "pl":
            person, by = ["śmy", "ście"], ["by", "byśmy", "byście"]
        else:
            masculine = any(g.startswith("m") for g in parts[2].split("."))
            person, by = (["em", "eś"] if masculine else ["m", "ś"]), ["by", "bym", "byś"]
        if "nagl" in parts:
            return by
        if "agl" in parts:
            return person
        return person + by
    return []


def head_words(path):
    with open(path, encoding="iso-8859-2") as lines:
        next(lines)
        for line in lines:
            word = line.strip().split("/")[0]
            if word and word.isalpha():
                yield word


def main():
    morfeusz = morfeusz2.Morfeusz(expand_tags=False)
    lemmas = set()
    for word in head_words(DICTIONARY):
        readings = morfeusz.analyse(word)
        for _, end, (_, lemma, tag, _, _) in readings:
            if end == 1 and tag.split(":")[0] not in SKIPPED and len(readings) < 40:
                lemmas.add(lemma.split(":")[0])
    out = sys.stdout
    for lemma in sorted(lemmas):
        if not lemma or any(c not in ALPHABET for c in lemma.lower()):
            continue
        seen = set()
        for form, base, tag, names, qualifiers in morfeusz.generate(lemma):
            kind = tag.split(":")[0]
            if kind in SKIPPED:
                continue
            form = form.lower()
            base = base.split(":")[0].lower()
            if any(c not in ALPHABET for c in form) or any(c not in ALPHABET for c in base):
                continue
            level = rank(names, qualifiers)
            for extra in [""] + endings(tag):
                if extra == "" and kind == "praet" and "agl" in tag.split(":"):
                    continue
                row = (form + extra, base, level)
                if row not in seen:
                    seen.add(row)
                    out.write("%s\t%s\t%d\n" % row)


if __name__ == "__main__":
    main()
