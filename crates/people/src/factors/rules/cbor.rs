//! As much of CBOR (RFC 8949) as authenticators write: whole numbers, byte strings, texts, maps, `true` and `false`, arrays.
//! Strict: definite lengths, shortest forms, no key twice, not deep (CTAP2 canonical CBOR, FIDO CTAP 2.1, 8).

/// One value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Int(i64),
    Bytes(Vec<u8>),
    Text(String),
    Array(Vec<Value>),
    Map(Vec<(Value, Value)>),
    Flag(bool),
}

/// The bytes are not such a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotCbor;

/// Deeper than anything that an authenticator sends.
const DEEPEST: u8 = 6;

/// Reads the value at the start of `bytes`; gives what follows it too.
pub fn read(bytes: &[u8]) -> Result<(Value, &[u8]), NotCbor> {
    let mut rest = bytes;
    let value = value(&mut rest, DEEPEST)?;
    Ok((value, rest))
}

/// Reads a value that `bytes` hold and nothing else.
pub fn read_all(bytes: &[u8]) -> Result<Value, NotCbor> {
    match read(bytes)? {
        (value, []) => Ok(value),
        _ => Err(NotCbor),
    }
}

fn take<'b>(rest: &mut &'b [u8], n: u64) -> Result<&'b [u8], NotCbor> {
    let n = usize::try_from(n).map_err(|_| NotCbor)?;
    let (taken, after) = rest.split_at_checked(n).ok_or(NotCbor)?;
    *rest = after;
    Ok(taken)
}

/// The major type and the number of a head, in its shortest form.
fn head(rest: &mut &[u8]) -> Result<(u8, u64), NotCbor> {
    let first = take(rest, 1)?[0];
    let (major, short) = (first >> 5, first & 31);
    let number = match short {
        0..24 => return Ok((major, short.into())),
        24..=27 => take(rest, 1 << (short - 24))?.iter().fold(0u64, |n, b| n << 8 | u64::from(*b)),
        _ => return Err(NotCbor),
    };
    let least: u64 = match short {
        24 => 24,
        25 => 1 << 8,
        26 => 1 << 16,
        _ => 1 << 32,
    };
    if number < least { Err(NotCbor) } else { Ok((major, number)) }
}

fn value(rest: &mut &[u8], deeper: u8) -> Result<Value, NotCbor> {
    let (major, number) = head(rest)?;
    let inside = deeper.checked_sub(1);
    match major {
        0 => i64::try_from(number).map(Value::Int).map_err(|_| NotCbor),
        1 => i64::try_from(number).map(|n| Value::Int(-1 - n)).map_err(|_| NotCbor),
        2 => Ok(Value::Bytes(take(rest, number)?.to_vec())),
        3 => String::from_utf8(take(rest, number)?.to_vec()).map(Value::Text).map_err(|_| NotCbor),
        4 => (0..number).map(|_| value(rest, inside.ok_or(NotCbor)?)).collect::<Result<_, _>>().map(Value::Array),
        5 => map(rest, number, inside.ok_or(NotCbor)?),
        7 if number == 20 || number == 21 => Ok(Value::Flag(number == 21)),
        _ => Err(NotCbor),
    }
}

fn map(rest: &mut &[u8], pairs: u64, inside: u8) -> Result<Value, NotCbor> {
    let mut read: Vec<(Value, Value)> = vec![];
    for _ in 0..pairs {
        let (key, held) = (value(rest, inside)?, value(rest, inside)?);
        if read.iter().any(|(k, _)| *k == key) {
            return Err(NotCbor);
        }
        read.push((key, held));
    }
    Ok(Value::Map(read))
}

impl Value {
    /// What a map holds under `key`, taken out, so that a reader can see that nothing is left over.
    pub fn remove(&mut self, key: &Value) -> Option<Value> {
        let Value::Map(pairs) = self else { return None };
        let at = pairs.iter().position(|(k, _)| k == key)?;
        Some(pairs.remove(at).1)
    }

    pub fn is_empty_map(&self) -> bool {
        matches!(self, Value::Map(pairs) if pairs.is_empty())
    }

    pub fn bytes(self) -> Option<Vec<u8>> {
        if let Value::Bytes(bytes) = self { Some(bytes) } else { None }
    }
}
