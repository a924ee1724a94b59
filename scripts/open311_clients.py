"""Asks an Open311 interface with georeport and civicbot, for scripts/open311-check: `open311_clients.py ACT BASE`."""
import json
import sys
import uuid

import requests
import xmltodict
from civicbot.http import HttpError, HttpTransport, RateLimiter
from civicbot.open311 import Open311Client
from civicbot.registry import Endpoint
from georeport import GeoReport

TEXTS = ["骆驼堡村文化广场的路灯坏了三天", "三合村口的垃圾箱满了", "镇政府门前的台阶缺一块砖 <b>&"]


class Clients:
    def __init__(self, base):
        self.base = base
        self.v2 = f"{base}/open311/v2"
        self.json = GeoReport(self.v2, jurisdiction="sanhe")
        self.xml = GeoReport(self.v2, jurisdiction="sanhe", output_format="xml")
        endpoint = Endpoint(id="sanhe", name="Sanhe", base_url=self.v2, write=True)
        self.robot = Open311Client(endpoint, HttpTransport(rate_limiter=RateLimiter(0.0)), jurisdiction_id="sanhe")

    def errors(self, path, code, **more):
        """What an error says in both formats, which must be the same."""
        said = []
        for form in ("json", "xml"):
            answer = requests.get(f"{self.v2}/{path}.{form}", params={"jurisdiction_id": "sanhe"} | more, timeout=20)
            same(answer.status_code, code, path)
            same(answer.headers["content-type"], {"json": "application/json", "xml": "text/xml"}[form] + "; charset=utf-8", path)
            if form == "json":
                said.append([(str(error["code"]), error["description"]) for error in answer.json()])
            else:
                errors = listed(xmltodict.parse(answer.content)["errors"]["error"])
                said.append([(error["code"], error["description"]) for error in errors])
        same(said[0], said[1], path)
        same(said[0][0][0], str(code), path)
        return answer.content


def same(one, other, what):
    if one != other:
        raise SystemExit(f"{what}: {one!r} is not {other!r}")


def listed(found):
    return found if isinstance(found, list) else [found]


def spark(value):
    """A value of the JSON as the XML has it."""
    if value is None:
        return None
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)


def same_rows(in_json, in_xml, what):
    same([{name: spark(value) for name, value in row.items()} for row in in_json], listed(in_xml), what)


def discovered(clients):
    in_json = requests.get(f"{clients.base}/open311/discovery.json", timeout=20).json()
    in_xml = xmltodict.parse(requests.get(f"{clients.base}/open311/discovery.xml", timeout=20).content)["discovery"]
    endpoint = in_json["endpoints"][0]
    other = in_xml["endpoints"]["endpoint"]
    for name in ("specification", "url", "changeset", "type"):
        same(endpoint[name], other[name], f"discovery {name}")
    same(endpoint["formats"], other["formats"]["format"], "discovery formats")
    same(set(in_json), {"changeset", "contact", "key_service", "endpoints"}, "discovery")


def read(clients):
    """Services and their definitions; then errors, as both formats have them."""
    services = clients.json.get_service_list()
    same_rows(services, clients.xml.get_service_list(), "services")
    same(services, clients.robot.list_services(), "services, asked by civicbot")
    for service in services:
        definition = clients.json.get_service_definition(service["service_code"])
        other = clients.xml.get_service_definition(service["service_code"])
        same(definition["service_code"], other["service_code"], "definition")
        same(service["metadata"], bool(definition["attributes"]), "metadata")
    clients.errors("services/no-such-service", 404)
    clients.errors("services", 404, jurisdiction_id="no-such-station")
    clients.errors("requests", 400, start_date="2026-01-01T00:00:00Z", end_date="2026-06-01T00:00:00Z", status="odd")
    unknown = [clients.errors(f"requests/{name}", 404) for name in (uuid.uuid4(), uuid.uuid4(), "1", "sanhe")]
    same(len(set(unknown)), 1, "what is not there looks different")
    clients.errors("tokens/no-such-token", 404)
    return services


def refuses(clients, status, **more):
    try:
        clients.robot.create_request(dry_run=False, confirm="SEND", **more)
    except HttpError as error:
        same(error.status, status, error.body)
        same(json.loads(error.body)[0]["code"], status, error.body)
        return
    raise SystemExit(f"not refused: {more}")


def hand_in(clients, told):
    discovered(clients)
    services = read(clients)
    code = services[0]["service_code"]
    where = {"lat": 36.412, "lng": 102.083}
    refuses(clients, 403, service_code=code, description=TEXTS[0], api_key="no such key", **where)
    refuses(clients, 404, service_code="no-such-service", description=TEXTS[0], api_key=told["key"], **where)
    refuses(clients, 400, service_code=code, description="x", api_key=told["key"], **where)
    refuses(clients, 400, service_code=code, description=TEXTS[0], api_key=told["key"], media_url="http://x.cn/a.jpg", **where)
    tokens = []
    for text in TEXTS:
        sent = clients.robot.create_request(
            code, dry_run=False, confirm="SEND", validate_remote=True, api_key=told["key"], description=text,
            attributes={"may_publish": "yes"}, address_string="骆驼堡村文化广场", first_name="海燕", **where,
        )
        answer = sent.response[0]
        same("service_request_id" in answer, False, "an id beside a token")
        if "回执" not in answer["service_notice"]:
            raise SystemExit(f"no receipt in {answer}")
        tokens.append(answer["token"])
        same(clients.robot.get_token(answer["token"]), [{"service_request_id": None, "token": answer["token"]}], "token")
    return {"tokens": tokens, "texts": TEXTS}


def find(clients, told):
    rows = clients.json.get_service_requests()
    same_rows(rows, clients.xml.get_service_requests(), "requests")
    same(rows, clients.robot.list_requests(), "requests, asked by civicbot")
    ids = [clients.robot.get_token(token)[0]["service_request_id"] for token in told["tokens"]]
    found = [clients.json.get_service_request(one) for one in ids]
    same(found, [clients.robot.get_request(one) for one in ids], "request, asked by civicbot")
    same([spark(row["description"]) for row in found], [clients.xml.get_service_request(one)["description"] for one in ids], "request")
    for text, row in zip(told["texts"], found):
        if text not in row["description"]:
            raise SystemExit(f"{text!r} is not in {row!r}")
    by_ids = clients.json.get_service_requests(service_request_id=",".join(ids))
    same(sorted(row["service_request_id"] for row in by_ids), sorted(ids), "several ids")
    for status in ("open", "closed"):
        wanted = [row for row in rows if row["status"] == status]
        same(clients.json.get_service_requests(status=status), wanted, f"status {status}")
    same(clients.robot.list_requests(page_size=2), rows[:2], "a page of two")
    same(clients.json.get_service_requests(end_date="2020-01-01T00:00:00Z"), [], "long ago")
    return {}


def refused(clients, told):
    code = clients.json.get_service_list()[0]["service_code"]
    refuses(clients, 403, service_code=code, description=TEXTS[0], api_key=told["key"], lat=36.4, lng=102.0)
    return {}


ACTS = {"hand_in": hand_in, "find": find, "refused": refused}
print(json.dumps(ACTS[sys.argv[1]](Clients(sys.argv[2]), json.load(sys.stdin))))
