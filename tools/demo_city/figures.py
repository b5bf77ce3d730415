"""The numbers of a school, year by year: cohorts first, everything else follows from them."""

import random
from decimal import ROUND_HALF_UP, Decimal

SEED = "示例市"
FIRST_YEAR = 2021  # the earliest report year that figures go back to
AGES = ["30岁及以下", "31—40岁", "41—50岁", "51岁及以上"]
TITLES = ["正高级讲师", "高级讲师", "讲师", "助理讲师", "未定级"]
SATISFACTION = {
    "students": ["在校生满意度", "classroom", "extracurricular", "politics", "general", "professional"],
    "parents": ["家长满意度", "teaching", "life", "contact"],
    "graduates": ["应届毕业生满意度", "courses", "internship", "guidance"],
}


def chance(*key):
    """A generator of its own for every key, so that one figure never shifts another."""
    return random.Random("/".join(map(str, (SEED, *key))))


def rate(part, whole, digits=2):
    """part / whole in per cent, exact, rounded half up."""
    return ratio(Decimal(part) * 100, whole, digits)


def ratio(part, whole, digits=2):
    return (Decimal(part) / Decimal(whole)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def money(number):
    return Decimal(number).quantize(Decimal("0.01"), ROUND_HALF_UP)


def apportion(total, weights):
    """Whole numbers in proportion to the weights that add up to the total (largest remainders)."""
    shares = [Decimal(str(w)) * total / Decimal(str(sum(weights))) for w in weights]
    parts = [int(s) for s in shares]
    by_remainder = sorted(range(len(parts)), key=lambda i: (parts[i] - shares[i], i))
    for i in by_remainder[: total - sum(parts)]:
        parts[i] += 1
    return parts


def growing(start, growth, year, *key):
    """A figure that grows steadily from FIRST_YEAR, give or take one per cent."""
    return round(start * (1 + growth) ** (year - FIRST_YEAR) * chance(*key, year).uniform(0.99, 1.01))


def cohort(school, major, autumn):
    """First, second and third grade and graduates of the students enrolled in one autumn."""
    if autumn < major.get("start", 0):
        return [0, 0, 0, 0]
    dice = chance(school["id"], major["code"], autumn)
    enrolled = round(major["intake"] * (1 + major["trend"]) ** (autumn - FIRST_YEAR) * dice.uniform(0.97, 1.03))
    second = round(enrolled * dice.uniform(0.965, 0.985))
    third = round(second * dice.uniform(0.975, 0.99))
    return [enrolled, second, third, round(third * dice.uniform(0.98, 1.0))]


def students(school, year):
    """Per major: the three grades of the school year that ends in `year`, and its graduates."""
    found = []
    for major in school["majors"]:
        grades = [cohort(school, major, year - 1 - grade)[grade] for grade in range(3)]
        if sum(grades):
            found.append({"major": major, "grades": grades, "graduates": cohort(school, major, year - 3)[3]})
    return found


def departments(school):
    return list(dict.fromkeys(m["department"] for m in school["majors"]))


def teachers(school, year):
    full_time = school["teachers"] + school["teacher_step"] * (year - FIRST_YEAR)
    dual = round(full_time * (school["dual_share"] + 0.015 * (year - FIRST_YEAR)))
    by_department = [sum(sum(s["grades"]) for s in students(school, year) if s["major"]["department"] == d)
                     for d in departments(school)]
    specialised = full_time - round(full_time * 0.25)
    in_departments = apportion(specialised, by_department)
    drift = year - FIRST_YEAR
    ages = apportion(full_time, [21 + drift * 0.6, 34, 29, 16 - drift * 0.4])
    women = [round(n * (school["women"] + chance(school["id"], "women", i).uniform(-0.07, 0.07))) for i, n in enumerate(ages)]
    return {
        "full_time": full_time, "dual": dual, "staff": full_time + school["support"],
        "departments": in_departments + [full_time - specialised],
        "dual_departments": apportion(dual, in_departments) + [0],
        "ages": ages, "women": women,
        "titles": apportion(full_time, [1.4, 25 + drift * 0.5, 39, 24, 10]),
    }


def destinations(school, year, graduates):
    dice = chance(school["id"], "destinations", year)
    further = round(graduates * (school["further"] + 0.012 * (year - FIRST_YEAR) + dice.uniform(-0.008, 0.008)))
    bachelor = max(6, round(further * (school["bachelor"] + 0.004 * (year - FIRST_YEAR))))
    unplaced = max(6, round(graduates * (school["unplaced"] - 0.004 * (year - FIRST_YEAR) + dice.uniform(-0.003, 0.003))))
    army = max(6, round(graduates * dice.uniform(0.007, 0.011)))
    startup = max(6, round(graduates * dice.uniform(0.01, 0.016)))
    working = graduates - further - unplaced - army - startup
    local, elsewhere = apportion(working, [school["local"], 1 - school["local"]])
    return {"bachelor": bachelor, "associate": further - bachelor, "local": local, "elsewhere": elsewhere,
            "startup": startup, "army": army, "unplaced": unplaced}


def survey(school, year, group, population, share):
    """Satisfaction of one group, from whole answers: (rates by item, asked, answered). The whole, item None, is the mean answer."""
    asked = round(population * share)
    answered = asked - round(asked * chance(school["id"], group, year, "absent").uniform(0.01, 0.06))
    items = SATISFACTION[group][1:]
    content = {}
    for item in items:
        level = chance(school["id"], group, item).uniform(0.925, 0.968) + 0.004 * (year - FIRST_YEAR)
        content[item] = round(answered * min(0.992, level + chance(school["id"], group, item, year).uniform(-0.006, 0.006)))
    content[None] = round(sum(content.values()) / len(items))
    return {item: rate(count, answered) for item, count in content.items()}, asked, answered


def school_year(school, year):
    """Every basic count of one school in one report year."""
    majors = students(school, year)
    by_grade = [sum(m["grades"][g] for m in majors) for g in range(3)]
    graduates = sum(m["graduates"] for m in majors)
    went = destinations(school, year, graduates)
    placed = graduates - went["unplaced"]
    further = went["bachelor"] + went["associate"]
    return {
        "year": year, "majors": majors, "by_grade": by_grade, "enrolled": by_grade[0], "students": sum(by_grade),
        "graduates": graduates, "went": went, "placed": placed, "further": further, "employed": placed - further,
        "working": went["local"] + went["elsewhere"] + went["startup"], "teachers": teachers(school, year),
        "certificates": round(graduates * (0.82 + 0.03 * (year - FIRST_YEAR) / 2)),
        "training": growing(school["teachers"] * 14, 0.07, year, school["id"], "training"),
        "awards": growing(school["teachers"] / 8 + 6, 0.06, year, school["id"], "awards"),
        "trainings": growing(school["teachers"] / 7 + 4, 0.05, year, school["id"], "trainings"),
    }
