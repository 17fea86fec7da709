"""The same report made with pandas and XlsxWriter: pandas_peer.py FOLDER OUTPUT [measures]"""

import glob
import sys

import pandas as pd

import peer

AMOUNTS = ["consulted_amount", "expected_contract_amount", "mou_amount", "contract_amount"]


def main():
    folder, output = sys.argv[1:3]
    everything = sys.argv[3:] != ["measures"]
    registrations = pd.read_csv(folder + "/registrations.csv", dtype=str, keep_default_na=False)
    suppliers = registrations[registrations.role == "supplier"].rename(
        columns={"registration_id": "supplier_id", "organization": "supplier_name"})
    buyers = registrations[registrations.role == "buyer"].rename(
        columns={"registration_id": "buyer_id", "organization": "buyer_name"})
    wanted = ["event", "consultation_id", "supplier_id", "buyer_id", "held_at", "mode", "status", "outcome",
              "mou_signed_on"] + AMOUNTS
    meetings = pd.concat(
        pd.read_csv(name, dtype=str, keep_default_na=False, usecols=wanted)
        for name in sorted(glob.glob(folder + "/consultations-*.csv")))
    meetings = meetings.drop_duplicates(["event", "consultation_id"])
    meetings = meetings.merge(suppliers[["event", "supplier_id", "supplier_name", "sector"]], "left",
                              on=["event", "supplier_id"])
    meetings = meetings.merge(buyers[["event", "buyer_id", "buyer_name", "country"]], "left", on=["event", "buyer_id"])
    meetings["supplier"] = meetings.supplier_name.fillna(meetings.event + meetings.supplier_id)
    meetings["buyer"] = (meetings.buyer_name + meetings.country).fillna(meetings.event + meetings.buyer_id)
    meetings["country"] = meetings.country.fillna("ZZ")
    meetings["supplier_name"] = meetings.supplier_name.fillna(meetings.supplier_id)
    meetings["buyer_name"] = meetings.buyer_name.fillna(meetings.buyer_id)
    for name in AMOUNTS:
        meetings[name] = pd.to_numeric(meetings[name], errors="coerce").fillna(0).astype("int64")
    days = pd.to_datetime(meetings.held_at, format="%Y-%m-%d", errors="coerce")
    meetings["quarter"] = days.dt.year.astype("Int64").astype(str) + "Q" + days.dt.quarter.astype("Int64").astype(str)
    held = meetings.status == "completed"
    mou = (meetings.outcome == "mou") | (meetings.mou_signed_on != "") | (meetings.mou_amount > 0)
    contract = (meetings.outcome == "contract") | (meetings.contract_amount > 0)
    counts = pd.DataFrame({
        "booked": 1,
        "held": held,
        "no_shows": meetings.status == "no_show",
        "cancelled": meetings.status == "cancelled",
        "pending": meetings.status == "scheduled",
        "follow_ups": held & (meetings.outcome == "follow_up"),
        "mous": held & mou,
        "contracts": held & contract,
        "consulted_amount": meetings.consulted_amount.where(held, 0),
        "expected_contract_amount": meetings.expected_contract_amount.where(held, 0),
        "mou_amount": meetings.mou_amount.where(held & mou, 0),
        "contract_amount": meetings.contract_amount.where(held & contract, 0),
    }, index=meetings.index).astype("int64")
    order = ["booked", "held", "no_shows", "cancelled", "pending", "suppliers", "buyers", "follow_ups", "mous",
             "contracts"] + AMOUNTS
    organisations = meetings.loc[held, ["supplier", "buyer"]].rename(
        columns={"supplier": "suppliers", "buyer": "buyers"})

    def groups(*keys):
        if not keys:
            row = counts.sum().to_dict() | organisations.nunique().to_dict()
            return order, [[row[name] for name in order]]
        by = [meetings[key] for key in keys]
        frame = counts.groupby(by, dropna=False).sum()
        distinct = organisations.groupby([column[held] for column in by], dropna=False).nunique()
        frame = frame.join(distinct).fillna(0).reset_index()
        frame = frame.sort_values(["held", *keys], ascending=[False] + [True] * len(keys))
        frame = frame[list(keys) + order]
        return list(frame.columns), [[None if value != value else value for value in row] for row in
                                     frame.itertuples(index=False, name=None)]

    listed = meetings[held & mou]
    columns = ["event", "supplier_name", "buyer_name", "country", "sector", "mou_signed_on", "mou_amount"]
    mous = [[None if value != value else value for value in row] for row in
            listed[columns].itertuples(index=False, name=None)]
    peer.report(output, groups, mous, everything)


main()
