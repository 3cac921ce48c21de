"""The table of a bench, a peer of 0 included."""

import pytest

from o1desk.bench.measure import Result, Row
from o1desk.cli.bench import table


@pytest.mark.parametrize(("peer", "ratio"), [(4.0, "3.00"), (0.0, "-")])
def test_the_table_tells_both_figures_and_their_ratio(peer, ratio):
    row = Row(what="speed", ours=12.0, peer=peer, peer_name="peer 1.0", unit="tokens/s")
    said = table(Result(rows=[row], device="a computer").to_json("rollout"))
    assert said.startswith("rollout on a computer\n")
    assert f"against {peer:.4g} (peer 1.0), ratio {ratio}, higher is better" in said
