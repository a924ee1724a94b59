//! The one thing that is read of a photo's metadata before it is thrown away: which way up it is.

const ORIENTATION: u16 = 0x0112;

/// The orientation of a TIFF header (EXIF 2.32, 4.5.2; TIFF 6.0, section 2) with its first directory, 1 to 8.
pub fn orientation(tiff: &[u8]) -> Option<u16> {
    let little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let short = |at: usize| -> Option<u16> {
        let two: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if little { u16::from_le_bytes(two) } else { u16::from_be_bytes(two) })
    };
    let four: [u8; 4] = tiff.get(4..8)?.try_into().ok()?;
    let directory = if little { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) };
    let directory = usize::try_from(directory).ok()?;
    let entries = usize::from(short(directory)?);
    let entry = |n: usize| directory.checked_add(2 + n * 12);
    let found = (0..entries).map_while(entry).find(|&at| short(at) == Some(ORIENTATION))?;
    short(found.checked_add(8)?).filter(|turn| (1..=8).contains(turn))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const LITTLE: &[u8] =
        b"II*\0\x08\0\0\0\x02\0\x0f\x01\x02\0\x04\0\0\0abc\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
    const BIG: &[u8] = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x03\0\0\0\0\0\0";

    #[test]
    fn both_byte_orders_are_read() {
        assert_eq!((orientation(LITTLE), orientation(BIG)), (Some(6), Some(3)));
    }

    proptest! {
        #[test]
        fn no_damage_does_any_harm(cut in 0..LITTLE.len(), at in 0..LITTLE.len(), with: u8) {
            let mut damaged = LITTLE.to_vec();
            damaged[at] = with;
            let _ = orientation(&damaged);
            let _ = orientation(&damaged[..cut]);
        }
    }
}
