use crate::surname::{Shown, Title, shown};

#[track_caller]
fn is(name: &str, surname: &str, title: Option<Title>) {
    assert_eq!(shown(name), Some(Shown { surname: surname.into(), title }), "{name}");
}

#[test]
fn a_surname_is_shown_and_nothing_of_the_rest() {
    is("罗生贵", "罗", None);
    is("马女士", "马", Some(Title::Ms));
    is("罗大爷", "罗", Some(Title::Mr));
    is("老马", "马", None);
    is("欧阳秀英", "欧阳", None);
    is("欧阳先生", "欧阳", Some(Title::Mr));
    is("才让卓玛", "才", None);
    is("tom smith", "T", None);
}

#[test]
fn a_title_alone_or_nothing_is_no_name() {
    is("先生", "先", None);
    is("老", "老", None);
    assert_eq!(shown("  "), None);
}
