"""The same report made with Polars and XlsxWriter: polars_peer.py FOLDER OUTPUT"""

import glob
import sys

import polars as pl

import peer


def measures():
    held = pl.col("status") == "completed"

    def count(condition):
        return condition.sum()

    def total(column, condition):
        return pl.col(column).filter(condition).sum()

    return [
        pl.len().alias("booked"),
        count(held).alias("held"),
        count(pl.col("status") == "no_show").alias("no_shows"),
        count(pl.col("status") == "cancelled").alias("cancelled"),
        count(pl.col("status") == "scheduled").alias("pending"),
        pl.col("supplier").filter(held).n_unique().alias("suppliers"),
        pl.col("buyer").filter(held).n_unique().alias("buyers"),
        count(held & (pl.col("outcome") == "follow_up").fill_null(False)).alias("follow_ups"),
        count(held & pl.col("is_mou")).alias("mous"),
        count(held & pl.col("is_contract")).alias("contracts"),
        total("consulted_amount", held).alias("consulted_amount"),
        total("expected_contract_amount", held).alias("expected_contract_amount"),
        total("mou_amount", held & pl.col("is_mou")).alias("mou_amount"),
        total("contract_amount", held & pl.col("is_contract")).alias("contract_amount"),
    ]


def main():
    folder, output = sys.argv[1:3]
    registrations = pl.read_csv(folder + "/registrations.csv", infer_schema=False)

    def side(role, key):
        columns = registrations.filter(pl.col("role") == role)
        return columns.select(
            "event", pl.col("registration_id").alias(key), pl.col("organization").alias(role),
            *([pl.col("sector")] if role == "supplier" else [pl.col("country")]),
        )

    amounts = ["consulted_amount", "expected_contract_amount", "mou_amount", "contract_amount"]
    files = sorted(glob.glob(folder + "/consultations-*.csv"))
    wanted = ["event", "consultation_id", "supplier_id", "buyer_id", "held_at", "mode", "status", "outcome",
              "mou_signed_on"] + amounts
    meetings = pl.concat([pl.scan_csv(name, infer_schema=False).select(wanted) for name in files])
    meetings = (
        meetings.unique(subset=["event", "consultation_id"], keep="first", maintain_order=True)
        .join(side("supplier", "supplier_id").lazy(), on=["event", "supplier_id"], how="left", maintain_order="left")
        .join(side("buyer", "buyer_id").lazy(), on=["event", "buyer_id"], how="left", maintain_order="left")
        .with_columns(
            # An organisation is its name and country; one that is not registered stands for itself at its event.
            supplier_key=pl.coalesce("supplier", pl.col("event") + pl.col("supplier_id")),
            buyer_key=pl.coalesce(pl.col("buyer") + pl.col("country"), pl.col("event") + pl.col("buyer_id")),
            country=pl.col("country").fill_null("ZZ"),
            day=pl.col("held_at").str.to_date("%Y-%m-%d", strict=False),
            *[pl.col(name).cast(pl.Int64, strict=False) for name in amounts],
        )
        .with_columns(
            quarter=pl.col("day").dt.year().cast(pl.String) + "Q" + pl.col("day").dt.quarter().cast(pl.String),
            is_mou=((pl.col("outcome") == "mou") | pl.col("mou_signed_on").is_not_null()
                    | (pl.col("mou_amount") > 0)).fill_null(False),
            is_contract=((pl.col("outcome") == "contract") | (pl.col("contract_amount") > 0)).fill_null(False),
        )
        .select(
            "event", "mode", "status", "outcome", "country", "sector", "quarter", "is_mou", "is_contract",
            "mou_signed_on", *amounts, pl.col("supplier_key").alias("supplier"), pl.col("buyer_key").alias("buyer"),
            pl.coalesce("supplier", "supplier_id").alias("supplier_name"),
            pl.coalesce("buyer", "buyer_id").alias("buyer_name"),
        )
        .collect()
    )

    def groups(*keys):
        if not keys:
            frame = meetings.select(measures())
        else:
            frame = meetings.group_by(keys).agg(measures()).sort(
                ["held", *keys], descending=[True] + [False] * len(keys))
        return frame.columns, frame.rows()

    mous = meetings.filter((pl.col("status") == "completed") & pl.col("is_mou")).select(
        "event", "supplier_name", "buyer_name", "country", "sector", "mou_signed_on", "mou_amount")
    peer.report(output, groups, mous.rows())


main()
