use crate::factors::rules::cbor::{NotCbor, Value, read, read_all};

fn bytes(hex: &str) -> Vec<u8> {
    data_encoding::HEXLOWER.decode(hex.as_bytes()).unwrap()
}

#[test]
fn what_authenticators_write_is_read() {
    // RFC 8949, appendix A.
    assert_eq!(read_all(&bytes("1903e8")), Ok(Value::Int(1000)));
    assert_eq!(read_all(&bytes("3903e7")), Ok(Value::Int(-1000)));
    assert_eq!(read_all(&bytes("4401020304")), Ok(Value::Bytes(vec![1, 2, 3, 4])));
    assert_eq!(read_all(&bytes("6449455446")), Ok(Value::Text("IETF".into())));
    assert_eq!(read_all(&bytes("83010203")), Ok(Value::Array([1, 2, 3].map(Value::Int).into())));
    let map = Value::Map(vec![(Value::Int(1), Value::Int(2)), (Value::Int(3), Value::Int(4))]);
    assert_eq!(read_all(&bytes("a201020304")), Ok(map));
    assert_eq!(read(&bytes("f5f4")), Ok((Value::Flag(true), &[0xf4][..])));
}

#[test]
fn what_is_ambiguous_or_cut_off_is_not() {
    let odd = [
        ("", "nothing"),
        ("1817", "23 in two bytes"),
        ("190017", "23 in three"),
        ("1a00000017", "23 in five"),
        ("5f42010243030405ff", "a string in pieces"),
        ("9fff", "a list without a length"),
        ("bf6161019ffff", "cut off"),
        ("44010203", "three bytes of four"),
        ("a2010201", "half a pair"),
        ("a201020103", "a key twice"),
        ("62c328", "no UTF-8"),
        ("f6", "null"),
        ("fb3ff199999999999a", "a fraction"),
        ("c11a514b67b0", "a tag"),
        ("1bffffffffffffffff", "too large"),
        ("81818181818181818100", "too deep"),
        ("5bffffffffffffffff00", "longer than all memory"),
    ];
    for (hex, why) in odd {
        let even = if hex.len() % 2 == 0 { hex.to_owned() } else { format!("{hex}0") };
        assert_eq!(read_all(&bytes(&even)), Err(NotCbor), "{why}");
    }
    assert_eq!(read_all(&bytes("0101")), Err(NotCbor), "two values");
}

proptest::proptest! {
    #[test]
    fn no_bytes_break_the_reader(any in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..200)) {
        let _ = read_all(&any);
    }
}
