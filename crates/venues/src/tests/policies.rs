use super::*;

#[test]
fn the_usual_policy_fits_together() {
    assert_eq!(Policy::default().problems(), []);
    assert_eq!(Policy::default().lengths(), [30, 60, 90, 120]);
}

#[test]
fn what_does_not_fit_is_named_field_by_field() {
    let odd = Policy { grid: 7, shortest: 60, longest: 30, usual: 90, ..Policy::default() };
    let fields: Vec<_> = odd.problems().iter().map(|p| p.field).collect();
    assert_eq!(fields, ["grid", "shortest", "longest", "usual"]);
}

#[test]
fn long_ranges_are_offered_in_a_few_steps_with_the_usual_and_the_longest() {
    let hall = Policy { grid: 30, shortest: 30, longest: 480, usual: 120, ..Policy::default() };
    let lengths = hall.lengths();
    assert!(lengths.len() <= 8 && lengths.contains(&120) && lengths.contains(&480), "{lengths:?}");
}
