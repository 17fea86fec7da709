"""The same report made with Polars and XlsxWriter: polars_peer.py FOLDER OUTPUT [measures]

Lazily from the files to the groups: columns in their own types, organisations as integers, and all groups from one
plan. With `measures` no document is written but the measures as JSON.
"""

import glob
import sys

import polars as pl

import peer

AMOUNTS = ["consulted_amount", "expected_contract_amount", "mou_amount", "contract_amount"]
TEXTS = ["event", "consultation_id", "supplier_id", "buyer_id", "mode", "status", "outcome", "mou_signed_on"]


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
    everything = sys.argv[3:] != ["measures"]
    registrations = pl.scan_csv(folder + "/registrations.csv", infer_schema=False)

    def side(role, key):
        columns = registrations.filter(pl.col("role") == role)
        # An organisation is its name and, for buyers, its country.
        organisation = [pl.col("organization")] + ([pl.col("country")] if role == "buyer" else [])
        return columns.select(
            "event", pl.col("registration_id").alias(key), pl.col("organization").alias(role + "_name"),
            pl.struct(organisation).rank("dense").cast(pl.Int64).alias(role),
            *([pl.col("sector")] if role == "supplier" else [pl.col("country")]),
        )

    def alone(key):
        # One that is not registered stands for itself at its event.
        return -(pl.concat_str("event", key).hash() // 4).cast(pl.Int64)

    schema = {name: pl.String for name in TEXTS} | {name: pl.Int64 for name in AMOUNTS} | {"held_at": pl.Date}
    meetings = pl.scan_csv(sorted(glob.glob(folder + "/consultations-*.csv")), schema_overrides=schema)
    meetings = (
        meetings.select(*schema)
        .unique(subset=["event", "consultation_id"], keep="any")
        .join(side("supplier", "supplier_id"), on=["event", "supplier_id"], how="left")
        .join(side("buyer", "buyer_id"), on=["event", "buyer_id"], how="left")
        .select(
            "event", "mode", "status", "outcome", "sector", "mou_signed_on", *AMOUNTS,
            pl.col("country").fill_null("ZZ"),
            (pl.col("held_at").dt.year().cast(pl.String) + "Q" + pl.col("held_at").dt.quarter().cast(pl.String))
            .alias("quarter"),
            ((pl.col("outcome") == "mou") | pl.col("mou_signed_on").is_not_null() | (pl.col("mou_amount") > 0))
            .fill_null(False).alias("is_mou"),
            ((pl.col("outcome") == "contract") | (pl.col("contract_amount") > 0)).fill_null(False).alias("is_contract"),
            pl.coalesce("supplier", alone("supplier_id")).alias("supplier"),
            pl.coalesce("buyer", alone("buyer_id")).alias("buyer"),
            pl.coalesce("supplier_name", "supplier_id").alias("supplier_name"),
            pl.coalesce("buyer_name", "buyer_id").alias("buyer_name"),
        )
    )
    plans = [
        meetings.group_by(keys).agg(measures()) if keys else meetings.select(measures())
        for keys in peer.TABLES.values()
    ]
    if everything:
        plans.append(meetings.filter((pl.col("status") == "completed") & pl.col("is_mou")).select(
            "event", "supplier_name", "buyer_name", "country", "sector", "mou_signed_on", "mou_amount"))
    found = pl.collect_all(plans)
    frames = dict(zip(peer.TABLES.values(), found))

    def groups(*keys):
        frame = frames[keys]
        if keys:
            frame = frame.sort(["held", *keys], descending=[True] + [False] * len(keys))
        return frame.columns, frame.rows()

    peer.report(output, groups, found[-1].rows() if everything else [], everything)


main()
