import Measuring
import Testing

@Suite struct FollowUpCurveTests {
  /// Weeks of remission of 21 children with 6-mercaptopurine.
  ///
  /// E. J. Freireich and others, "The effect of
  /// 6-mercaptopurine on the duration of steroid-induced remissions in acute leukemia", Blood 21 (1963),
  /// 699–716, the worked example of most textbooks on the estimate.
  static let remission = FollowUpCurve(
    events: [(6, 3), (7, 1), (10, 1), (13, 1), (16, 1), (22, 1), (23, 1)],
    censored: [
      (6, 1), (9, 1), (10, 1), (11, 1), (17, 1), (19, 1), (20, 1), (25, 1), (32, 2), (34, 1), (35, 1),
    ])

  struct Step: Sendable {
    var time: Int
    var atRisk: Int
    var events: Int
    /// S(t) as the textbooks print it.
    var survival: Double
    /// S^exp(±1.959964·√G / |ln S|) with Greenwood's sum G = Σ d / (n (n − d)), computed by hand from the
    /// numbers at risk; `scipy.stats.ecdf(…).sf.confidence_interval(method="log-log")` gives the same.
    var low: Double
    var high: Double
  }

  static let steps = [
    Step(time: 6, atRisk: 21, events: 3, survival: 0.857143, low: 0.619718, high: 0.951552),
    Step(time: 7, atRisk: 17, events: 4, survival: 0.806723, low: 0.563147, high: 0.922809),
    Step(time: 10, atRisk: 15, events: 5, survival: 0.752941, low: 0.503200, high: 0.889362),
    Step(time: 13, atRisk: 12, events: 6, survival: 0.690196, low: 0.431610, high: 0.849066),
    Step(time: 16, atRisk: 11, events: 7, survival: 0.627451, low: 0.367511, high: 0.804912),
    Step(time: 22, atRisk: 7, events: 8, survival: 0.537815, low: 0.267779, high: 0.746791),
    Step(time: 23, atRisk: 6, events: 9, survival: 0.448179, low: 0.188052, high: 0.680143),
  ]

  @Test(arguments: steps) func curveIsAsPublished(_ step: Step) throws {
    let curve = FollowUpCurveTests.remission
    let share = curve.share(step.time)
    #expect(curve.atRisk(step.time) == step.atRisk)
    #expect(curve.mous(step.time) == step.events)
    #expect(abs(1 - share.share - step.survival) < 0.000_000_6)
    // What has happened is one minus what has not, so that the bounds change places.
    #expect(abs(1 - (try #require(share.low)) - step.high) < 0.000_000_6)
    #expect(abs(1 - (try #require(share.high)) - step.low) < 0.000_000_6)
  }

  @Test(arguments: [(8, 7), (9, 7), (12, 10), (21, 16), (35, 23), (365, 23)])
  func curveIsLevelBetweenEvents(_ day: Int, _ event: Int) {
    let curve = FollowUpCurveTests.remission
    #expect(curve.share(day).share == curve.share(event).share)
    #expect(curve.share(day).low == curve.share(event).low)
  }

  @Test func thereIsNoIntervalAtTheEnds() {
    let none = FollowUpCurve(events: [], censored: [(5, 3)])
    #expect(none.share(90).share == 0 && none.share(90).low == nil && none.share(90).high == nil)
    let early = FollowUpCurveTests.remission.share(5)
    #expect(early.share == 0 && early.low == nil)
    let all = FollowUpCurve(events: [(0, 1), (10, 2)], censored: [(3, 1)])
    #expect(all.share(10).share == 1 && all.share(10).low == nil && all.share(10).high == nil)
    #expect(all.share(9).share == 0.25 && all.share(9).low != nil)
  }

  /// One that was signed before its meeting has come by the day of the meeting, and nothing is estimated before it.
  @Test func anEarlyMOUIsThereFromDayZero() {
    let early = FollowUpCurve(events: [(-12, 1), (3, 1)], censored: [(90, 2)])
    let onTheDay = FollowUpCurve(events: [(0, 1), (3, 1)], censored: [(90, 2)])
    for days in [0, 3, 90] {
      #expect(early.mous(days) == onTheDay.mous(days) && early.atRisk(days) == onTheDay.atRisk(days))
      #expect(early.share(days).share == onTheDay.share(days).share)
    }
    #expect(early.atRisk(0) == 4 && early.share(0).share == 0.25)
  }

  @Test func theOrderOfTheEntriesDoesNotMatter() {
    let curve = FollowUpCurve(
      events: [(23, 1), (22, 1), (6, 3), (7, 1), (16, 1), (13, 1), (10, 1)],
      censored: [
        (35, 1), (34, 1), (32, 1), (6, 1), (32, 1), (9, 1), (10, 1), (25, 1), (20, 1), (19, 1), (17, 1),
        (11, 1),
      ])
    for step in FollowUpCurveTests.steps {
      #expect(abs(1 - curve.share(step.time).share - step.survival) < 0.000_000_6)
      #expect(curve.atRisk(step.time) == step.atRisk)
    }
  }
}
