"""Reads a release with nothing but Python's standard library, as a stranger would: python3 release-check.py DIR"""
import csv
import hashlib
import json
import os
import sys
import xml.etree.ElementTree as tree

folder = sys.argv[1]
manifest = json.load(open(os.path.join(folder, 'manifest.json'), encoding='utf-8'))
names = {f['name'] for f in manifest['files']} | {'manifest.json'}
assert names == set(os.listdir(folder)), names ^ set(os.listdir(folder))
pages = dict(manifest['pages'])
assert pages.pop('all') == sum(pages.values()), manifest['pages']
for file in manifest['files']:
    path = os.path.join(folder, file['name'])
    data = open(path, 'rb').read()
    assert hashlib.sha256(data).hexdigest() == file['sha256'] and len(data) == file['bytes'], file
    if path.endswith('.csv'):
        assert sum(1 for _ in csv.reader(open(path, encoding='utf-8', newline=''))) - 1 == file['rows'], file
    elif path.endswith('.jsonl'):
        assert sum(1 for _ in map(json.loads, open(path, encoding='utf-8'))) == file['rows'], file
    elif path.endswith('.parquet'):
        assert data[:4] == data[-4:] == b'PAR1' and int.from_bytes(data[-8:-4], 'little') < len(data), file


def rows(name):
    return [json.loads(line) for line in open(os.path.join(folder, name + '.jsonl'), encoding='utf-8')]


events, claims = rows('events'), {c['claim_id'] for c in rows('claims')}
evidence = {e['claim_id'] for e in rows('evidence') if e['quote']}
articles = {a['article_id'] for a in rows('articles')}
for event in events:
    assert event['claims'] and all(c in claims and c in evidence for c in event['claims']), event['event_id']
for line in rows('evidence'):
    assert line['article_id'] in articles, line
told = claims | {c['claim_id'] for name in ('relations', 'statistics') for c in rows(name)}
ids = {event['event_id'] for event in events}
for turn in rows('turns'):
    assert set(turn['events']) <= ids and set(turn['claims']) <= told, turn
features = json.load(open(os.path.join(folder, 'events.geojson'), encoding='utf-8'))['features']
assert [f['id'] for f in features] == [e['event_id'] for e in events]
for feature in features:
    if feature['geometry'] is None:
        continue
    longitude, latitude = feature['geometry']['coordinates']
    assert -180 <= longitude <= 180 and -90 <= latitude <= 90 and feature['properties']['place_precision'] not in ('country', 'region'), feature
graph = tree.parse(os.path.join(folder, 'actors.gexf')).getroot()
nodes = {n.get('id') for n in graph.iter('{http://www.gexf.net/1.2draft}node')}
for edge in graph.iter('{http://www.gexf.net/1.2draft}edge'):
    assert edge.get('source') in nodes and edge.get('target') in nodes, edge.attrib
print(len(events), 'events,', len(evidence), 'claims with words,', len(features), 'features')
