"""Which charts are shown for which numbers."""

from o1desk.gui.pages.train.chart_plan import PLOTS, lines_of, plan

RL_METRICS = {
    "heldout_pass_at_1", "heldout_ci_low", "heldout_ci_high", "heldout_n", "pass_at_1",
    "pass_at_8", "reward", "reward_std", "reward_verdict", "reward_verdict_std", "reward_format",
    "reward_format_std", "length_mean", "length_terminated", "length_thinking", "length_min",
    "length_max", "clipped_ratio", "entropy", "entropy_learned", "mismatch_kl", "clip_low",
    "clip_high", "clip_region", "grad_norm", "rollout_tps", "learn_tps", "seconds_sample",
    "seconds_learn", "memory_mib", "loss", "learning_rate", "adapter_norm", "ratio_mean",
    "frac_reward_zero_std", "unscored_ratio", "skipped",
}  # fmt: skip


def keys(plots):
    return [plot.key for plot in plots]


def test_the_usual_charts_have_their_place_before_the_first_number():
    shown = keys(plan("rl", (), is_live=True, has_advanced=False))

    assert shown[:3] == ["accuracy", "reward", "length"]
    assert "kl" not in shown
    assert plan("rl", (), is_live=False, has_advanced=False) == []


def test_the_loss_of_reinforcement_learning_is_advanced_and_explains_itself():
    plain = plan("rl", RL_METRICS, is_live=False, has_advanced=False)
    advanced = plan("rl", RL_METRICS, is_live=False, has_advanced=True)

    assert not [plot for plot in plain if "loss" in plot.metrics]
    loss = next(plot for plot in advanced if "loss" in plot.metrics)
    assert "near 0 is normal" in loss.note


def test_the_loss_of_fine_tuning_is_shown_at_once():
    shown = plan("sft", {"loss", "grad_norm"}, is_live=False, has_advanced=False)

    assert keys(shown) == ["loss", "grad"]
    assert not shown[0].note


def test_every_number_is_somewhere():
    shown = plan("rl", RL_METRICS | {"brand_new"}, is_live=False, has_advanced=True)

    drawn = {name for plot in shown for name in lines_of(plot, RL_METRICS | {"brand_new"})}
    intervals = {"heldout_ci_low", "heldout_ci_high", "heldout_n"}
    assert RL_METRICS - drawn == intervals | {"skipped", "length_min", "length_max"}
    assert "brand_new" in drawn


def test_reward_parts_are_lines_and_their_spread_is_not():
    plot = next(plot for plot in PLOTS if plot.key == "reward")

    assert lines_of(plot, RL_METRICS) == ["reward", "reward_format", "reward_verdict"]


def test_a_single_part_says_no_more_than_the_whole():
    plot = next(plot for plot in PLOTS if plot.key == "reward")

    assert lines_of(plot, {"reward", "reward_verdict"}) == ["reward"]
