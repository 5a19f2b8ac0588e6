"""Reads actors.gexf with networkx and compares it with events.jsonl: python3 graph-check.py DIR"""
import json
import os
import sys

import networkx

folder = sys.argv[1]
graph = networkx.read_gexf(os.path.join(folder, 'actors.gexf'))
told = {}
for line in open(os.path.join(folder, 'events.jsonl'), encoding='utf-8'):
    event = json.loads(line)
    for one in event['initiator_ids']:
        for other in event['target_ids']:
            if one != other:
                told[one, other] = told.get((one, other), 0) + 1
weights = {}
for one, other, edge in graph.edges(data=True):
    weights[one, other] = weights.get((one, other), 0) + edge['weight']
assert weights == told, (weights, told)
assert all(node.get('label') for _, node in graph.nodes(data=True))
print(graph.number_of_nodes(), 'actors,', graph.number_of_edges(), 'edges')
