"""Forms that the numeral files leave to grammar: accusatives, duals, adjectives of nations."""

from compare.text import fold_word


def accusative(singular: str) -> list[str]:
    """The singular with the alif of the accusative ("عاما"), where it takes one."""
    if " " in singular or singular.endswith(("ة", "ا", "ء", "ى", "ات")):
        return []
    return [fold_word(singular) + "ا"]


def with_future(verb: str) -> list[str]:
    """A verb, and its future where it is in the present ("سيتجاوز")."""
    return [verb, f"س{verb}"] if verb.startswith(("ي", "ت")) else [verb]


def ones(forms: list[str]) -> list[str]:
    """The singulars among a unit's forms: the first, its accusative, and feminines."""
    feminine = [form for form in forms[1:] if form.endswith("ة") and " " not in form]
    return [forms[0], *accusative(forms[0]), *feminine]


def dual_forms(singular: str) -> list[str]:
    """The nominative and the oblique dual of a singular as it is spelled, folded."""
    stem = _dual_stem(singular)
    return [f"{stem}ان", f"{stem}ين"]


def nominative(singular: str) -> str:
    """The nominative dual alone of a singular as it is spelled, folded."""
    return f"{_dual_stem(singular)}ان"


def _dual_stem(singular: str) -> str:
    """What the dual's ending is put on: ta marbuta opens ("سنة", "سنتان"), ha does not."""
    folded = fold_word(singular)
    return f"{folded[:-1]}ت" if singular.endswith("ة") else folded


def inflected(form: str) -> list[str]:
    """A nation's name, also without its article; its adjective in genders, numbers and cases."""
    if " " in form or not fold_word(form).endswith("ي"):
        return [form, form.removeprefix("ال")]
    return [form, f"{form}ة", f"{form}ا", f"{form}ين", f"{form}ان"]
