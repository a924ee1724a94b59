//! Photos: what they show is said, nobody sees them before everybody may, and nothing of the camera is kept.
use super::*;
use crate::drawn;
use crate::rules::Shot;

const BOUNDARY: &str = "-----------------------------7d";

fn multipart(fields: &[(&str, &str)], file: Option<&[u8]>) -> Vec<u8> {
    let mut body = vec![];
    for (name, value) in fields {
        body.extend(
            format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
        );
    }
    if let Some(file) = file {
        let head =
            "Content-Disposition: form-data; name=\"photo\"; filename=\"IMG_0001.png\"\r\nContent-Type: image/png";
        body.extend(format!("--{BOUNDARY}\r\n{head}\r\n\r\n").bytes());
        body.extend(file);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{BOUNDARY}--\r\n").bytes());
    body
}

impl Town {
    async fn uploads(&self, id: NoticeId, fields: &[(&str, &str)], file: Option<&[u8]>) -> Answer {
        let request = Request::post(format!("/s/sanhe/desk/notices/{id}/photos"))
            .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}"))
            .header(header::COOKIE, format!("session={}", self.li.token));
        self.ask(request.body(Body::from(multipart(fields, file))).unwrap()).await
    }
}

#[tokio::test]
async fn a_photo_is_public_with_its_notice_and_never_before() {
    for town in towns().await {
        let id = town.drafts(&town.li, text("集市", "很热闹。")).await;
        let done =
            town.uploads(id, &[("version", "1"), ("alt", "戏台前的人群"), ("once", "a")], Some(&drawn::valley())).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
        // Sent again, it is one photo.
        let again =
            town.uploads(id, &[("version", "1"), ("alt", "戏台前的人群"), ("once", "a")], Some(&drawn::valley())).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.text());
        let whole = town.whole(id).await;
        assert_eq!((whole.pictures.len(), whole.notice.version), (1, 2));
        let photo = whole.pictures[0].id;
        let (public, desk) =
            (format!("/s/sanhe/notices/{id}/photos/{photo}"), format!("/s/sanhe/desk/notices/{id}/photos/{photo}"));
        assert_eq!(town.get(&public).await.status, StatusCode::NOT_FOUND);
        assert_eq!(town.get(&desk).await.status, StatusCode::UNAUTHORIZED);
        let at_desk = town.get_as(&town.qi, &desk).await;
        assert_eq!((at_desk.status, at_desk.header("cache-control")), (StatusCode::OK, "private, no-cache".into()));
        acts::ask(&town.house, &town.station, (id, 2), town.li.at.id).await.unwrap();
        town.publishes(&town.qi, id, 2).await.unwrap();
        let seen = town.get(&public).await;
        assert_eq!((seen.status, seen.header("content-type")), (StatusCode::OK, "image/jpeg".into()));
        assert!(seen.bytes.starts_with(&[0xFF, 0xD8]) && !seen.bytes.windows(4).any(|w| w == b"Exif"));
        let known = Request::get(&public).header("if-none-match", seen.header("etag")).body(Body::empty()).unwrap();
        assert_eq!(town.ask(known).await.status, StatusCode::NOT_MODIFIED);
        let page = town.get(&format!("/s/sanhe/notices/{id}")).await.text();
        assert!(page.contains("alt=\"戏台前的人群\"") && page.contains("width=\"1200\""), "{page}");
        assert!(page.contains(&format!("property=\"og:image\" content=\"http://127.0.0.1:8600{public}\"")), "{page}");
        assert_eq!(town.found("戏台").await, [id], "what a photo shows is found too");
        // A photo that a correction leaves out is not public any more.
        let rewrite = Rewrite {
            id,
            read: 2,
            draft: text("集市", "很热闹。"),
            what: "去掉照片".into(),
            shots: Some(vec![]),
            ask: true,
        };
        acts::rewrite(&town.house, &town.station, rewrite, (town.li.at.id, None)).await.unwrap();
        assert_eq!(town.get(&public).await.status, StatusCode::OK, "nobody has looked yet");
        town.publishes(&town.qi, id, 3).await.unwrap();
        assert_eq!(town.get(&public).await.status, StatusCode::NOT_FOUND);
        town.sound().await;
    }
}

#[tokio::test]
async fn photos_of_a_notice_that_is_down_are_not_public() {
    for town in towns().await {
        let id = town.drafts(&town.li, text("集市", "很热闹。")).await;
        town.uploads(id, &[("version", "1"), ("alt", "人群")], Some(&drawn::valley())).await;
        acts::ask(&town.house, &town.station, (id, 2), town.li.at.id).await.unwrap();
        town.publishes(&town.qi, id, 2).await.unwrap();
        let photo = town.whole(id).await.pictures[0].id;
        town.takes_down(id, "照片里的人不愿意").await;
        assert_eq!(town.get(&format!("/s/sanhe/notices/{id}/photos/{photo}")).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_photo_without_words_or_a_file_that_is_none_is_said_and_what_was_typed_stays() {
    for town in towns().await {
        let id = town.drafts(&town.li, text("集市", "很热闹。")).await;
        let silent = town.uploads(id, &[("version", "1"), ("alt", " ")], Some(&drawn::valley())).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(silent.text().contains("写一句照片里有什么"));
        let none = town.uploads(id, &[("version", "1"), ("alt", "人群")], Some(b"GIF89a")).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(none.text().contains("读不出这张照片") && none.text().contains("value=\"人群\""), "{}", none.text());
        let missing = town.uploads(id, &[("version", "1"), ("alt", "人群")], None).await;
        assert!(missing.text().contains("选一张照片"));
        assert_eq!(town.whole(id).await.notice.version, 1);
    }
}

#[tokio::test]
async fn a_public_notice_takes_no_photo_without_a_correction_and_none_takes_ten() {
    for town in towns().await {
        let id = town.tells(text("集市", "很热闹。")).await;
        let read = kernel::photo::read(&drawn::valley()).unwrap();
        let add = |id, version| {
            let photo = (read.clone(), "人群".to_owned());
            acts::add_photo(&town.house, &town.station, (id, version), photo, (town.li.at.id, None))
        };
        assert_eq!(refused(add(id, 1).await), NoNotice::NoWhat);
        let other = town.drafts(&town.li, text("集市", "很热闹。")).await;
        for version in 1..=9 {
            add(other, version).await.unwrap();
        }
        assert_eq!(refused(add(other, 10).await), NoNotice::Photos);
        assert_eq!(refused(add(other, 9).await), NoNotice::Moved);
        // Nor do ten that were added one after another, with one left out in between.
        let nine = town.whole(other).await.last.shots;
        let write = |read, shots| {
            let draft = text("集市", "很热闹。");
            let rewrite = Rewrite { id: other, read, draft, what: String::new(), shots: Some(shots), ask: false };
            acts::rewrite(&town.house, &town.station, rewrite, (town.li.at.id, None))
        };
        write(10, nine[..8].to_vec()).await.unwrap();
        let tenth = Shot { photo: add(other, 11).await.unwrap(), alt: "人群".into() };
        assert_eq!(refused(write(12, [nine, vec![tenth]].concat()).await), NoNotice::Photos);
        town.sound().await;
    }
}
